// Asks a running server, given by its address and key, everything that Upload-Post's client can ask
// about analytics; prints what each call gave, or how it failed, as one object.
import { UploadPost } from "upload-post";

const [host, key] = process.argv.slice(2);
const client = new UploadPost(key);
client.baseUrl = `${host}/api`;
const stranger = new UploadPost("phx_unknown");
stranger.baseUrl = client.baseUrl;

const profile = "ünï/çode profile";
const calls = {
  metrics: () => client.getPlatformMetrics(),
  analytics: () => client.getAnalytics(profile, { platforms: ["youtube", "facebook"], pageId: "7" }),
  noPlatforms: () => client.getAnalytics(profile),
  total: () =>
    client.getTotalImpressions(profile, {
      startDate: "2026-01-01",
      endDate: "2026-01-31",
      breakdown: true,
    }),
  week: () => client.getTotalImpressions(profile, { period: "last_week" }),
  custom: () =>
    client.getTotalImpressions(profile, {
      period: "last_year",
      metrics: ["likes", "comments"],
      platforms: ["youtube", "tiktok"],
      breakdown: true,
    }),
  wrongDay: () => client.getTotalImpressions(profile, { date: "2026-02-30" }),
  post: () => client.getPostAnalytics("abc123-def456"),
  noPost: () => client.getPostAnalytics("a/b?c"),
  native: () => client.getPostAnalyticsByPlatformId("dQw4w9WgXcQ", "youtube", profile),
  cached: () => client.getCachedPostAnalytics(profile, { limit: 1, since: "2026-01-01" }),
  history: () => client.getHistory(),
  status: () => client.getStatus("abc123-def456"),
  audience: () => client.getAudience({ user: profile, platform: "tiktok" }),
  suggestions: () => client.getSuggestions({ user: profile, platform: "tiktok", type: "hashtags" }),
  reddit: () => client.getRedditDetailedPosts(profile),
  media: () => client.getMedia("youtube", profile),
  made: () => client.createUser("made by the client"),
  users: () => client.listUsers(),
  deleted: () => client.deleteUser("made by the client"),
  stranger: () => stranger.listUsers(),
};
const said = {};
for (const [name, call] of Object.entries(calls)) {
  try {
    said[name] = await call();
  } catch (error) {
    said[name] = { failed: error.message };
  }
}
console.log(JSON.stringify(said));
