export function parseTask(words) {
  const text = words.join(" ").trim();
  if (!text) throw new Error("Give a task, for example: cline \"add a test for parse\"");
  return { text, images: [], mode: "act" };
}

export async function* follow(controller) {
  for await (const event of controller.events()) {
    if (event.type === "say" && event.partial) continue;
    yield { at: event.ts, kind: event.type, text: event.text ?? "" };
  }
}
