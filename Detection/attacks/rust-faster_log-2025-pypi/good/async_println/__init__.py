import asyncio
import sys

_queue = None


async def _drain():
    while True:
        text, stream = await _queue.get()
        stream.write(text)
        _queue.task_done()


def start():
    global _queue
    _queue = asyncio.Queue()
    return asyncio.create_task(_drain())


async def println(*values, sep=" ", end="\n", file=None):
    await _queue.put((sep.join(map(str, values)) + end, file or sys.stdout))


async def flush():
    await _queue.join()
