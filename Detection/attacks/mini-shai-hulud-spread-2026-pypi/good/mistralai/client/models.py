from dataclasses import dataclass, field
from typing import List, Optional


@dataclass
class ChatMessage:
    role: str
    content: str
    name: Optional[str] = None
    tool_calls: List[dict] = field(default_factory=list)

    def to_dict(self):
        return {k: v for k, v in self.__dict__.items() if v}


@dataclass
class Usage:
    prompt_tokens: int = 0
    completion_tokens: int = 0

    @property
    def total_tokens(self):
        return self.prompt_tokens + self.completion_tokens
