/* Work spread over threads. */
#ifndef DOCMODEL_SUPPORT_POOL_H
#define DOCMODEL_SUPPORT_POOL_H

#include <stddef.h>

#define POOL_JOBS_MAX 64

/* How many processors this process may use; at least 1, at most POOL_JOBS_MAX. */
unsigned pool_default_jobs(void);

/*
 * Calls work(context, worker, i) for each i below COUNT, on up to JOBS threads (the caller's among
 * them), in no particular order, and returns when all are done. Where no thread can be started the
 * caller's does all the work. WORKER numbers the threads from 0 and is less than
 * pool_workers(JOBS), so that each can have memory of its own.
 */
void pool_run(unsigned jobs, size_t count,
              void (*work)(void *context, unsigned worker, size_t index), void *context);

/* The most threads that pool_run uses for JOBS; at least 1. */
unsigned pool_workers(unsigned jobs);

#endif
