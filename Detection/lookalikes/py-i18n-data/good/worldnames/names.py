# -*- coding: utf-8 -*-
LANGUAGES = {
    "ar": ("Arabic", "العربية"),
    "de": ("German", "Deutsch"),
    "el": ("Greek", "Ελληνικά"),
    "fa": ("Persian", "فارسی"),
    "he": ("Hebrew", "עברית"),
    "hi": ("Hindi", "हिन्दी"),
    "ja": ("Japanese", "日本語"),
    "ka": ("Georgian", "ქართული"),
    "ko": ("Korean", "한국어"),
    "ml": ("Malayalam", "മലയാളം"),
    "ru": ("Russian", "русский"),
    "si": ("Sinhala", "ශ්‍රී"),
    "th": ("Thai", "ไทย"),
    "uk": ("Ukrainian", "українська"),
    "ur": ("Urdu", "‏اردو‎"),
    "zh": ("Chinese", "中文"),
}
EMOJI = {
    "family": "👨‍👩‍👧",
    "heart": "❤️",
    "scotland": "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "wales": "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
}
