__title__ = "tablewright"
__description__ = "Text tables for terminals"
__version__ = "3.4.1"
__author__ = "R. Berg"
