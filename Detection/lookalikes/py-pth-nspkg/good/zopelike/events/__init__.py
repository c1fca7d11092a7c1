"""Subscribers that are told about events."""

subscribers = []


def notify(event):
    for subscriber in list(subscribers):
        subscriber(event)


def subscribe(handler):
    subscribers.append(handler)
    return handler
