from pathlib import Path

from ultralytics.utils.downloads import attempt_download_asset


class Model:
    """A detection model that loads its weights on demand."""

    def __init__(self, model="yolo11n.pt", task=None, verbose=False):
        self.model_name = str(model).strip()
        self.task = task or self._guess_task(self.model_name)
        self.verbose = verbose
        self.ckpt = None
        if Path(self.model_name).suffix == ".yaml":
            self._new(self.model_name)
        else:
            self._load(self.model_name)

    @staticmethod
    def _guess_task(name):
        for suffix, task in (("-seg", "segment"), ("-cls", "classify"), ("-pose", "pose"), ("-obb", "obb")):
            if suffix in name:
                return task
        return "detect"

    def _new(self, cfg):
        self.cfg = cfg

    def _load(self, weights):
        self.ckpt_path = attempt_download_asset(weights)
