import { EventEmitter, on } from "node:events";

export async function createController({ task, cwd, model }) {
  const emitter = new EventEmitter();
  queueMicrotask(() => emitter.emit("event", { type: "say", ts: Date.now(), text: `${model ?? "default"} in ${cwd}: ${task.text}` }));
  return {
    async *events() {
      for await (const [event] of on(emitter, "event")) {
        yield event;
        if (event.type === "done") return;
      }
    },
  };
}
