"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.standard = {
    "/info/version": { edit: "non-breaking" },
    "/info/title": { add: "breaking", remove: "breaking", edit: "non-breaking" },
    "/servers/*": { add: "non-breaking", remove: "breaking" },
    "/channels/*": { add: "non-breaking", remove: "breaking" },
    "/channels/*/publish/message": { edit: "breaking", remove: "breaking" },
};
