import asyncio
import os
from dataclasses import dataclass, field
from typing import Callable, Dict


@dataclass
class ConcurrencyOptions:
    maximum_concurrent_activity_work_items: int = field(default_factory=lambda: 100 * (os.cpu_count() or 1))
    maximum_concurrent_orchestration_work_items: int = field(default_factory=lambda: 100 * (os.cpu_count() or 1))
    maximum_thread_pool_workers: int = field(default_factory=lambda: (os.cpu_count() or 1) + 4)


class Registry:
    def __init__(self):
        self.orchestrators: Dict[str, Callable] = {}
        self.activities: Dict[str, Callable] = {}

    def add_orchestrator(self, fn):
        name = fn.__name__
        if name in self.orchestrators:
            raise ValueError(f"A '{name}' orchestrator already exists.")
        self.orchestrators[name] = fn
        return name

    def add_activity(self, fn):
        self.activities[fn.__name__] = fn
        return fn.__name__


class Worker:
    def __init__(self, options=None):
        self.registry = Registry()
        self.options = options or ConcurrencyOptions()
        self._queue = asyncio.Queue()

    async def run(self):
        slots = asyncio.Semaphore(self.options.maximum_concurrent_activity_work_items)
        while True:
            name, value, future = await self._queue.get()
            async with slots:
                try:
                    future.set_result(await self.registry.activities[name](value))
                except Exception as e:
                    future.set_exception(e)
