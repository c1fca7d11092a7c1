from django.dispatch import Signal

noted = Signal()
