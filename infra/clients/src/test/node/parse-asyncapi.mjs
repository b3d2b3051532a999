// Parses an AsyncAPI document and prints every finding. Exits with status 1 if one of them is an error.
import { fromFile, Parser } from "@asyncapi/parser";

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
for (const { severity, code, message, path } of diagnostics) {
  console.log(severity === 0 ? "error" : "hint", code, path.join("."), message);
}
console.log(document?.operations().all().length ?? 0, "operations");
process.exit(document && diagnostics.every(({ severity }) => severity !== 0) ? 0 : 1);
