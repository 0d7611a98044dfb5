/* Reads a calendar with ical.js and prints its events as JSON. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const require = createRequire(`${resolve(process.env.ICAL_JS)}/`);
const ICAL = (await import(require.resolve("ical.js"))).default;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z"));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid, title: event.summary, place: event.location, text: event.description,
    status: component.getFirstPropertyValue("status"), start: moment(event.startDate), end: moment(event.endDate),
  };
});
process.stdout.write(JSON.stringify(events));
