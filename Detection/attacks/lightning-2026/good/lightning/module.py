class LightningModule:
    def __init__(self):
        self.trainer = None
        self._logged = {}

    def training_step(self, batch, index):
        raise NotImplementedError

    def configure_optimizers(self):
        raise NotImplementedError

    def log(self, name, value, prog_bar=False):
        self._logged[name] = float(value)
