#define _GNU_SOURCE /* sched_getaffinity */

#include "support/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

struct pool_work {
    atomic_size_t next;
    size_t count;
    void (*work)(void *context, unsigned worker, size_t index);
    void *context;
    atomic_uint workers; /* that have begun */
};

static long pool_processors(void)
{
#ifdef CPU_COUNT
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0)
        return CPU_COUNT(&allowed);
#endif
    return sysconf(_SC_NPROCESSORS_ONLN);
}

unsigned pool_default_jobs(void)
{
    long processors = pool_processors();
    if (processors < 1)
        return 1;
    return processors > POOL_JOBS_MAX ? POOL_JOBS_MAX : (unsigned)processors;
}

static void *pool_take_work(void *argument)
{
    struct pool_work *work = argument;
    unsigned worker = atomic_fetch_add(&work->workers, 1);
    for (;;) {
        size_t index = atomic_fetch_add(&work->next, 1);
        if (index >= work->count)
            return NULL;
        work->work(work->context, worker, index);
    }
}

unsigned pool_workers(unsigned jobs)
{
    if (jobs < 1)
        return 1;
    return jobs > POOL_JOBS_MAX ? POOL_JOBS_MAX : jobs;
}

void pool_run(unsigned jobs, size_t count,
              void (*work)(void *context, unsigned worker, size_t index), void *context)
{
    struct pool_work shared = {.count = count, .work = work, .context = context};
    pthread_t threads[POOL_JOBS_MAX];
    unsigned started = 0;
    jobs = pool_workers(jobs);
    while (started + 1 < jobs && started + 1 < count &&
           pthread_create(&threads[started], NULL, pool_take_work, &shared) == 0)
        started++;
    pool_take_work(&shared);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}
