#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *crc(PyObject *self, PyObject *args) {
  Py_buffer buffer;
  if (!PyArg_ParseTuple(args, "y*", &buffer)) return NULL;
  unsigned int value = 0xffffffffu;
  for (Py_ssize_t i = 0; i < buffer.len; i++) {
    value ^= ((unsigned char *)buffer.buf)[i];
    for (int k = 0; k < 8; k++) value = (value >> 1) ^ (0xedb88320u & -(value & 1));
  }
  PyBuffer_Release(&buffer);
  return PyLong_FromUnsignedLong(~value);
}

static PyMethodDef methods[] = {{"crc", crc, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_lzmax", NULL, -1, methods};
PyMODINIT_FUNC PyInit__lzmax(void) { return PyModule_Create(&module); }
