#!/bin/sh
# @asyncapi/modelina 5.10.1 with @asyncapi/parser 3.6.6 (npm), Node 20: the operations of an AsyncAPI 3.0 document decide
# which models are generated, and whether they can be used.
#
# The document has a channel with two messages, whose payloads have titles, and is valid in all three forms:
# - Without operations: no model, no error and no hint, although the channel and the components list the messages.
# - One operation for the channel: a third model with the name of the channel, a union of both.
# - One operation for each message: the two models.
#
# Output seen:
#   no operation: 0 errors, models:
#   one operation: 0 errors, models: C First Second
#   an operation for each message: 0 errors, models: First Second
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --ignore-scripts --no-audit --no-fund @asyncapi/modelina@5.10.1 @asyncapi/parser@3.6.6
cat >trial.mjs <<'JS'
import { JavaGenerator } from "@asyncapi/modelina";
import { Parser } from "@asyncapi/parser";

const message = (title) => ({ payload: { title, type: "object", properties: { a: { type: "string" } } } });
const channel = { $ref: "#/channels/c" };
const send = (name) => ({ action: "send", channel, messages: [{ $ref: `#/channels/c/messages/${name}` }] });
const forms = {
  "no operation": {},
  "one operation": { s: { action: "send", channel } },
  "an operation for each message": { s: send("M"), t: send("N") },
};
const found = [];
for (const [form, operations] of Object.entries(forms)) {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "Example", version: "1" },
    channels: {
      c: {
        address: "c",
        messages: { M: { $ref: "#/components/messages/M" }, N: { $ref: "#/components/messages/N" } },
      },
    },
    operations,
    components: { messages: { M: message("First"), N: message("Second") } },
  }));
  const models = (await new JavaGenerator().generate(document)).map(({ modelName }) => modelName).sort().join(" ");
  console.log(`${form}: ${diagnostics.filter(({ severity }) => severity === 0).length} errors, models: ${models}`);
  found.push(models);
}
process.exit(found.join("|") === "|C First Second|First Second" ? 0 : 1);
JS
node trial.mjs
