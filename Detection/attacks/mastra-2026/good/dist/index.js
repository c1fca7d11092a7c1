import { convertJsonSchemaToZod } from 'zod-from-json-schema';
import { validate } from 'json-schema';

const unsupported = {
  openai: ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum'],
  anthropic: ['default'],
  google: ['pattern', 'const', 'additionalProperties'],
};

export function providerOf(model) {
  const id = `${model.provider}/${model.modelId}`.toLowerCase();
  return Object.keys(unsupported).find((name) => id.includes(name)) ?? 'none';
}

export function rewrite(schema, provider) {
  const dropped = unsupported[provider] ?? [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.map(walk);
    if (!node || typeof node !== 'object') return node;
    const kept = {}, notes = [];
    for (const [key, value] of Object.entries(node)) {
      if (dropped.includes(key)) notes.push(`${key}: ${JSON.stringify(value)}`);
      else kept[key] = walk(value);
    }
    if (notes.length) kept.description = [kept.description, `(${notes.join(', ')})`].filter(Boolean).join(' ');
    return kept;
  };
  return walk(schema);
}

export function applyCompatLayer({ schema, model }) {
  const rewritten = rewrite(schema, providerOf(model));
  const zod = convertJsonSchemaToZod(rewritten);
  return { jsonSchema: rewritten, validate: (value) => ({ ...validate(value, rewritten), parsed: zod.safeParse(value) }) };
}
