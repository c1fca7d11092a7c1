import os
import time
from contextlib import contextmanager


class Trainer:
    def __init__(self, max_epochs=1, accelerator="auto", default_root_dir=None, callbacks=None):
        self.max_epochs = max_epochs
        self.accelerator = self._pick(accelerator)
        self.default_root_dir = default_root_dir or os.getcwd()
        self.callbacks = callbacks or []
        self.current_epoch = 0

    @staticmethod
    def _pick(accelerator):
        if accelerator != "auto":
            return accelerator
        return "cuda" if os.environ.get("CUDA_VISIBLE_DEVICES") else "cpu"

    @contextmanager
    def profile(self, name):
        started = time.monotonic()
        yield
        self.timings = {**getattr(self, "timings", {}), name: time.monotonic() - started}

    def _call(self, hook, *args):
        for callback in self.callbacks:
            getattr(callback, hook, lambda *a: None)(self, *args)

    def fit(self, module, batches):
        module.trainer = self
        optimizer = module.configure_optimizers()
        self._call("on_fit_start", module)
        for self.current_epoch in range(self.max_epochs):
            for index, batch in enumerate(batches):
                with self.profile("training_step"):
                    loss = module.training_step(batch, index)
                loss.backward()
                optimizer.step()
                optimizer.zero_grad()
            self._call("on_train_epoch_end", module)
        self._call("on_fit_end", module)
