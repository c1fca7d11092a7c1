from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    start: int
    end: int

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError("the end is before the start")

    def __len__(self):
        return self.end - self.start

    def overlaps(self, other):
        return self.start < other.end and other.start < self.end

    def joined(self, other):
        return Span(min(self.start, other.start), max(self.end, other.end))


class SpanSet:
    def __init__(self, spans=()):
        self._spans = []
        for span in sorted(spans):
            if self._spans and self._spans[-1].end >= span.start:
                self._spans[-1] = self._spans[-1].joined(span)
            else:
                self._spans.append(span)

    def __contains__(self, point):
        return any(s.start <= point < s.end for s in self._spans)

    def __or__(self, other):
        return SpanSet(self._spans + other._spans)

    def gaps(self):
        for a, b in zip(self._spans, self._spans[1:]):
            yield Span(a.end, b.start)
