import random

from .main import completion


class Router:
    def __init__(self, model_list, num_retries=2):
        self.deployments = {}
        for item in model_list:
            self.deployments.setdefault(item["model_name"], []).append(item["litellm_params"])
        self.num_retries = num_retries

    def completion(self, model, messages, **kwargs):
        error = None
        for _ in range(self.num_retries + 1):
            params = random.choice(self.deployments[model])
            try:
                return completion(messages=messages, **{**params, **kwargs})
            except OSError as e:
                error = e
        raise error
