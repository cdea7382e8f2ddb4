// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/data/holidays.json: public holidays of every country of the pack, 2024 to 2036.
// usage: node make_holidays.mjs DATE_HOLIDAYS_PACKAGE_FOLDER COUNTRY_FOLDER YYYY-MM-DD OUTPUT.json
// The day is written into the table and printed on deadlines; the same input and day give the same bytes.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const [packageFolder, countryFolder, generated, output] = process.argv.slice(2);
if (!output || !/^\d{4}-\d\d-\d\d$/.test(generated)) {
    console.error('usage: node make_holidays.mjs PACKAGE_FOLDER COUNTRY_FOLDER YYYY-MM-DD OUTPUT.json');
    process.exit(2);
}
const require = createRequire(import.meta.url);
const Holidays = require(resolve(packageFolder));
const {version} = require(join(resolve(packageFolder), 'package.json'));
const patches = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'holiday-patches.json'), 'utf8'));
const FIRST = 2024, LAST = 2036, HOUR = 3600000;

/// Local days of an entry: those whose noon it covers. Entries may last several days or begin in the evening.
function days(entry) {
    const [, y, m, d, hh, mm] = /^(\d+)-(\d+)-(\d+) (\d+):(\d+)/.exec(entry.date).map(Number);
    const start = Date.UTC(y, m - 1, d, hh, mm);
    const end = start + (entry.end - entry.start);
    const result = [];
    for (let noon = Date.UTC(y, m - 1, d, 12); noon < end; noon += 24 * HOUR)
        if (noon >= start)
            result.push(new Date(noon).toISOString().slice(0, 10));
    return result;
}

function counts(country, entry) {
    if (entry.type === 'public')
        return true;
    return entry.type === 'bank' && patches.takeBank.some(patch => patch.country === country && new RegExp(patch.name).test(entry.name));
}

function table(country) {
    const holidays = new Holidays(country, {languages: ['en']});
    const byDay = new Map();
    for (let year = FIRST; year <= LAST; ++year)
        for (const entry of holidays.getHolidays(year) || [])
            if (counts(country, entry))
                for (const day of days(entry))
                    if (!byDay.has(day) && day >= `${FIRST}-` && day < `${LAST + 1}-`)
                        byDay.set(day, entry.name);
    for (const patch of patches.add.filter(one => one.country === country))
        byDay.set(patch.date, patch.name);
    const byName = {};
    for (const [day, name] of [...byDay].sort())
        (byName[name] ??= []).push(day);
    return byName;
}

const codes = readdirSync(countryFolder).filter(name => /^[A-Z]{2}\.json$/.test(name)).map(name => name.slice(0, 2)).sort();
const lines = [];
let total = 0;
for (const code of codes) {
    const byName = table(code);
    const count = Object.values(byName).reduce((sum, list) => sum + list.length, 0);
    if (count === 0)
        console.error(`${code}: no data`);
    total += count;
    if (count)
        lines.push(`  ${JSON.stringify(code)}: {\n${Object.entries(byName).map(([name, list]) => `   ${JSON.stringify(name)}: ${JSON.stringify(list)}`).join(',\n')}\n  }`);
}
writeFileSync(output, `{\n "format": "portdesk-holidays/1",\n "generated": "${generated}",\n "source": "date-holidays ${version}, CC BY-SA 3.0",\n "countries": {\n${lines.join(',\n')}\n }\n}\n`);
console.log(`${lines.length} countries, ${total} days`);
