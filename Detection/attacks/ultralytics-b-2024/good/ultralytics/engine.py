class Results:
    def __init__(self, boxes, names, speed=None):
        self.boxes = boxes
        self.names = names
        self.speed = speed or {"preprocess": None, "inference": None, "postprocess": None}

    def __len__(self):
        return len(self.boxes)

    def verbose(self):
        counts = {}
        for box in self.boxes:
            counts[box["cls"]] = counts.get(box["cls"], 0) + 1
        return ", ".join(f"{n} {self.names[c]}{'s' * (n > 1)}" for c, n in sorted(counts.items()))

    def tojson(self):
        import json

        return json.dumps([{"name": self.names[b["cls"]], "confidence": round(b["conf"], 5), "box": b["xyxy"]} for b in self.boxes])
