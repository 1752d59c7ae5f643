// Sends what an application sends with PostHog's client, to the server given by its address and
// token; ends with 1 when the client tells of any error.
import { PostHog } from "posthog-node";

const [host, token] = process.argv.slice(2);
const client = new PostHog(token, { host, flushAt: 20, flushInterval: 1000 });
let failures = 0;
client.on("error", (error) => {
  failures++;
  console.error(error);
});

// somebody looks around, signs up, and comes back on another device
for (let i = 0; i < 3; i++) {
  client.capture({ distinctId: "visitor-1", event: "page seen", properties: { path: `/${i}` } });
}
client.identify({
  distinctId: "ada",
  properties: { $set: { email: "ada@example.com", plan: "pro" }, $set_once: { source: "ads" }, $anon_distinct_id: "visitor-1" },
});
client.alias({ distinctId: "ada", alias: "ada-phone" });
client.capture({ distinctId: "ada-phone", event: "page seen", properties: { path: "/phone" } });

// of a company
client.groupIdentify({ groupType: "company", groupKey: "acme", properties: { seats: 12 } });
client.capture({
  distinctId: "ada",
  event: "bought",
  groups: { company: "acme" },
  properties: { price: 19.5, quantity: 2, tags: ["a", "b"], note: "çay 🍵 \"quoted\" <b>", nested: { deep: true } },
  timestamp: new Date(Date.now() - 3_600_000),
});
await client.captureImmediate({ distinctId: "ada", event: "bought", properties: { price: 0.5, quantity: 1 } });

// more than one request holds
for (let i = 0; i < 250; i++) {
  client.capture({ distinctId: `user-${i % 50}`, event: "bulk", properties: { number: i } });
}
await client.flush();
client.capture({ distinctId: "nobody", event: "unseen", properties: { $process_person_profile: false } });

// who asks for flags hears that there are none
const flags = await client.getAllFlags("ada");
const flag = await client.isFeatureEnabled("new-page", "ada");
if (Object.keys(flags).length > 0 || flag) {
  failures++;
  console.error("flags nobody made", flags, flag);
}
await client.shutdown();
process.exit(failures === 0 ? 0 : 1);
