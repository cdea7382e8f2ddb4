// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/data/holidays.json: public holidays of every country of the pack and of its regions, 2024 to 2036.
// usage: node make_holidays.mjs DATE_HOLIDAYS_PACKAGE_FOLDER COUNTRY_FOLDER YYYY-MM-DD OUTPUT.json
// The names of regions come from addresses.json beside the output, so that forms and calendars use the same words: make that one first.
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
    const matches = patch => patch.country === country && new RegExp(patch.name).test(entry.name);
    return (entry.type === 'public' && !patches.notOff.some(matches)) || (entry.type === 'bank' && patches.takeBank.some(matches));
}

function before(day) {
    return new Date(Date.parse(`${day}T12:00Z`) - 24 * HOUR).toISOString().slice(0, 10);
}

/// Day -> name of a country, one of its states, or one of a state's parts.
function daysOf(country, ...place) {
    const holidays = new Holidays(country, ...place, {languages: ['en']});
    const byDay = new Map();
    for (let year = FIRST - 1; year <= LAST; ++year) // what begins on New Year's Eve belongs to the next year
        for (const entry of holidays.getHolidays(year) || [])
            if (counts(country, entry))
                for (const day of days(entry))
                    if (!byDay.has(day) && day >= `${FIRST}-` && day < `${LAST + 1}-`)
                        byDay.set(day, entry.name);
    for (const patch of patches.add.filter(one => one.country === country))
        byDay.set(patch.date, patch.name);
    for (const patch of patches.yearly.filter(one => one.country === country))
        for (let year = FIRST; year <= LAST; ++year)
            byDay.set(`${year}-${patch.date}`, patch.name);
    for (const patch of patches.eve.filter(one => one.country === country))
        for (const [day, name] of [...byDay])
            if (new RegExp(patch.of).test(name) && !byDay.has(before(day)))
                byDay.set(before(day), patch.name);
    return byDay;
}

function byName(byDay) {
    const result = {};
    for (const [day, name] of [...byDay].sort())
        (result[name] ??= []).push(day);
    return result;
}

const names = JSON.parse(readFileSync(join(dirname(resolve(output)), 'addresses.json'), 'utf8'));
function regionName(country, code, fallback) {
    const known = names[country]?.regions.find(region => region[2] === `${country}-${code}`);
    return patches.regionNames[country]?.[code] ?? known?.[1] ?? fallback;
}

/// What is different in a region; nothing for one that has the days of its country.
function difference(national, regional, name) {
    const add = new Map([...regional].filter(([day]) => !national.has(day)));
    const drop = [...national.keys()].filter(day => !regional.has(day)).sort();
    return add.size || drop.length ? {name, add: byName(add), drop} : undefined;
}

function regions(country, national) {
    const source = new Holidays();
    const result = {};
    for (const [state, stateName] of Object.entries(source.getStates(country, 'en') ?? {})) {
        const name = regionName(country, state, stateName);
        const found = difference(national, daysOf(country, state), name);
        // A state whose days are the country's is listed too where others differ: people look for it.
        result[state] = found ?? {name, add: {}, drop: []};
        for (const [part, partName] of Object.entries(source.getRegions(country, state, 'en') ?? {})) {
            const inner = difference(national, daysOf(country, state, part), `${name}, ${partName}`);
            if (inner)
                result[`${state}-${part}`] = inner;
        }
    }
    const differs = Object.values(result).some(region => region.drop.length || Object.keys(region.add).length);
    return differs ? result : {};
}

const list = object => Object.entries(object).map(([name, dates]) => `   ${JSON.stringify(name)}: ${JSON.stringify(dates)}`).join(',\n');
const codes = [...new Set([...readdirSync(countryFolder).filter(name => /^[A-Z]{2}\.json$/.test(name)).map(name => name.slice(0, 2)), ...patches.also])].sort();
const lines = [];
let total = 0, regional = 0;
for (const code of codes) {
    const national = daysOf(code);
    if (!national.size) {
        console.error(`${code}: no data`);
        continue;
    }
    total += national.size;
    const parts = regions(code, national);
    regional += Object.keys(parts).length;
    const aliases = patches.aliases[code] ?? {};
    for (const target of Object.values(aliases))
        if (!parts[target])
            throw new Error(`${code}: an alias names the region ${target}, which is not there`);
    // The program looks for "  "CC": {" and "  }" at the beginning of lines: see core/places/holidaytable.cpp.
    lines.push(`  ${JSON.stringify(code)}: {"days": {\n${list(byName(national))}},\n   "regions": {\n${Object.entries(parts).map(([part, value]) => `   ${JSON.stringify(part)}: ${JSON.stringify(value)}`).join(',\n')}},\n   "aliases": ${JSON.stringify(aliases)}\n  }`);
}
writeFileSync(output, `{\n "format": "portdesk-holidays/2",\n "generated": "${generated}",\n "source": "date-holidays ${version}, CC BY-SA 3.0",\n "countries": {\n${lines.join(',\n')}\n }\n}\n`);
console.log(`${lines.length} countries, ${total} days, ${regional} regions`);
