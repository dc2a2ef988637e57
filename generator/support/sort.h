/*
 * Sorting of lists that mostly are in order already: folders, pages and what is found on them come
 * in the order of their names.
 */
#ifndef DOCMODEL_SUPPORT_SORT_H
#define DOCMODEL_SUPPORT_SORT_H

#include <stddef.h>

/*
 * Sorts COUNT items of SIZE bytes as COMPARE says, as qsort does, but for one comparison an item
 * where all are in order. Equal items may change places. COUNT may be 0, and ITEMS then NULL.
 */
void sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *));

#endif
