// The tour of the README, with clients whose types openapi-typescript generated.
import createClient, { type Client } from "openapi-fetch";
import type { paths as CenterPaths } from "./governance-center.js";
import type { paths as RequestPaths } from "./resident-requests.js";

const requestClient = (token: string): Client<RequestPaths> =>
  createClient<RequestPaths>({ baseUrl: setting("REQUESTS"), headers: { Authorization: `Bearer ${setting(token)}` } });
const resident = requestClient("RESIDENT");
const worker = requestClient("WORKER");
const chief = requestClient("CHIEF");

const submitted = await resident.POST("/api/requests", {
  params: { header: { "Idempotency-Key": `tour-${Date.now()}` } },
  body: {
    service: "Street light",
    kind: "REPORT",
    description: "The lamp at gate 3 is dark.",
    location: { lat: 30.0655, long: 120.1715 },
    contact: { name: "Li Lei", phone: "13800001234" },
  },
});
expect(submitted.response.status, 201);
expect(submitted.data?.stage, "SUBMITTED");
const path = { id: submitted.data?.id ?? "" };

await worker.POST("/api/requests/{id}/classify", { params: { path }, body: { kind: "REPORT", caseKind: "IMMEDIATE" } });
const dispatched = await worker.POST("/api/requests/{id}/dispatch", { params: { path } });
expect(dispatched.data?.handler, "chief-4-1");
await chief.POST("/api/requests/{id}/accept", { params: { path } });
await chief.POST("/api/requests/{id}/resolve", { params: { path }, body: { measures: "New lamp." } });

const refused = await chief.POST("/api/requests/{id}/verify", { params: { path }, body: { solved: true } });
expect(refused.response.status, 403);
expect(refused.error?.code, "access.denied");
await worker.POST("/api/requests/{id}/verify", { params: { path }, body: { solved: true } });

const stale = await worker.POST("/api/requests/{id}/close", { params: { path, header: { "If-Match": '"3"' } } });
expect(stale.response.status, 412);
expect(stale.error?.code, "version.stale");
const closed = await worker.POST("/api/requests/{id}/close", { params: { path } });
expect(closed.data?.stage, "CLOSED");

const center = createClient<CenterPaths>({
  baseUrl: setting("CENTER"),
  headers: { Authorization: `Bearer ${setting("CHIEF")}` },
});
const summary = await center.GET("/api/summary", { params: { query: { scope: "330109106004001" } } });
expect(summary.response.status, 200);
expect(summary.data?.code, "330109106004001");
console.log("tour completed");

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

function expect<T>(actual: T, expected: T): void {
  if (actual !== expected) throw new Error(`expected ${expected}, found ${actual}`);
}
