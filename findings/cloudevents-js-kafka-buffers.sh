#!/bin/sh
# cloudevents 10.0.0 (npm), Node 20: Kafka.toEvent with the buffers that Kafka clients return.
#
# kafkajs and other Node clients return header values, keys and values as Buffer. The binding accepts a Buffer as value,
# and treats the other two differently:
# - Buffer headers: TypeError "contentType.startsWith is not a function", not the ValidationError of the SDK.
# - Buffer key: no error. partitionkey is a Buffer, validate() returns true, and the JSON form of the event has an
#   object in place of the string: {"type":"Buffer","data":[107]}. The attribute partitionkey is a string by its
#   specification.
# A reader that converts only the headers therefore works and passes on invalid events.
#
# Output seen:
#   buffer headers: TypeError contentType.startsWith is not a function
#   buffer key: validate true, partitionkey {"type":"Buffer","data":[107]}
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --ignore-scripts --no-audit --no-fund cloudevents@10.0.0
cat >trial.mjs <<'JS'
import { Kafka } from "cloudevents";

const text = {
  ce_specversion: "1.0", ce_id: "a-1", ce_type: "example", ce_source: "/example", "content-type": "application/json",
};
const buffers = Object.fromEntries(Object.entries(text).map(([name, value]) => [name, Buffer.from(value)]));
const value = Buffer.from('{"a":1}');
let unchanged = false;
try {
  Kafka.toEvent({ headers: buffers, key: "k", value });
  console.log("buffer headers: accepted");
} catch (error) {
  console.log("buffer headers:", error.constructor.name, error.message);
  unchanged = error instanceof TypeError;
}
const event = Kafka.toEvent({ headers: text, key: Buffer.from("k"), value });
const { partitionkey } = JSON.parse(JSON.stringify(event));
console.log(`buffer key: validate ${event.validate()}, partitionkey ${JSON.stringify(partitionkey)}`);
process.exit(unchanged && typeof partitionkey === "object" ? 0 : 1);
JS
node trial.mjs
