/*
 * Sorting of lists that are mostly in order already: folders, pages and what is found on them come
 * in the order of their names, or one sorted list behind another.
 */
#ifndef DOCMODEL_SUPPORT_SORT_H
#define DOCMODEL_SUPPORT_SORT_H

#include <stddef.h>

/*
 * Sorts COUNT items of SIZE bytes as COMPARE says, which is called as qsort calls it. Equal items
 * keep their order. What is sorted costs one comparison an item, K sorted lists in a row some
 * log2(K) + 1. COUNT may be 0, and ITEMS then NULL.
 */
void sort_items(void *items, size_t count, size_t size, int (*compare)(const void *, const void *));

#endif
