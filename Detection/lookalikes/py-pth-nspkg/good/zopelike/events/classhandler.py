import zopelike.events

registry = {}


def handler(event_class, function=None):
    if function is None:
        return lambda f: handler(event_class, f) or f
    if not registry:
        zopelike.events.subscribers.append(dispatch)
    registry.setdefault(event_class, []).append(function)


def dispatch(event):
    for event_class in event.__class__.__mro__:
        for function in registry.get(event_class, ()):
            function(event)
