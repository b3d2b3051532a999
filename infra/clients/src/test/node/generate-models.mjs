// Generates the Java models of an AsyncAPI document into a folder.
import { readFileSync } from "node:fs";
import { JavaFileGenerator, JAVA_JACKSON_PRESET } from "@asyncapi/modelina";
import { Parser } from "@asyncapi/parser";

const [document, folder] = process.argv.slice(2);
const parsed = await new Parser().parse(readFileSync(document, "utf8"));
await new JavaFileGenerator({ presets: [JAVA_JACKSON_PRESET] })
  .generateToFiles(parsed.document, folder, { packageName: "org.example.events" });
