# cython: boundscheck=False
from libc.stdlib cimport free, malloc

def distance(str a, str b):
    cdef Py_ssize_t n = len(b), i, j
    cdef int* row = <int*> malloc((n + 1) * sizeof(int))
    cdef int previous, kept
    if row == NULL:
        raise MemoryError()
    try:
        for j in range(n + 1):
            row[j] = j
        for i in range(len(a)):
            previous = row[0]
            row[0] = i + 1
            for j in range(n):
                kept = row[j + 1]
                row[j + 1] = min(row[j + 1] + 1, row[j] + 1, previous + (a[i] != b[j]))
                previous = kept
        return row[n]
    finally:
        free(row)
