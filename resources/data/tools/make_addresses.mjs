// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/data/addresses.json.
// usage: node make_addresses.mjs ADDRESS_META_DATA.sys.mjs LOCALIZED_ADDRESS_FORMAT_DIST.cjs.js OUTPUT.json
// Layouts come from localized-address-format (current), everything else from the browser's table; see ../README.md.
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [metaFile, formatFile, output] = process.argv.slice(2);
if (!output) {
    console.error('usage: node make_addresses.mjs AddressMetaData.sys.mjs index.cjs.js OUTPUT.json');
    process.exit(2);
}
const {AddressMetaData: meta} = await import(pathToFileURL(resolve(metaFile)));
const patches = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'address-patches.json'), 'utf8'));

const KEYS = {A: 'lines', D: 'dependentLocality', C: 'locality', S: 'region', Z: 'postalCode'};
const LABELS = {lines: 'Street address', dependentLocality: 'District', locality: 'City', region: 'Province', postalCode: 'Postal code'};
const NAMES = {
    area: 'Area', county: 'County', department: 'Department', district: 'District', do_si: 'Province or city', emirate: 'Emirate', island: 'Island',
    neighborhood: 'Neighbourhood', oblast: 'Oblast', parish: 'Parish', post_town: 'Post town', prefecture: 'Prefecture', state: 'State',
    suburb: 'Suburb', townland: 'Townland', village_township: 'Village or township', eircode: 'Eircode', pin: 'PIN code', zip: 'ZIP code',
};

/// The package does not export its table: read it from the file it ships.
function formats() {
    const table = new Map();
    const row = /\['([A-Z]{2})', \{ local: '([^']*)'(?:, latin: '([^']*)')? \}\]/g;
    for (const [, code, local, latin] of readFileSync(formatFile, 'utf8').matchAll(row))
        table.set(code, latin ?? local);
    return table;
}

/// Names of people and companies and the sorting code are not part of our address.
function layout(format) {
    return format.split('%n').map(line => line.replace(/%[NOX]/g, '').trim()).filter(line => /%[A-Z]/.test(line)).join('%n');
}

function labels(code, row) {
    const own = {
        locality: row.locality_name_type, region: row.state_name_type,
        postalCode: row.zip_name_type, dependentLocality: row.sublocality_name_type,
    };
    const result = {};
    for (const [key, text] of Object.entries(LABELS)) {
        if (own[key] && !NAMES[own[key]])
            throw new Error(`${code}: no words for ${own[key]}`);
        result[key] = patches.labels[code]?.[key] ?? (own[key] ? NAMES[own[key]] : text);
    }
    return result;
}

function regions(row) {
    if (!row.sub_keys)
        return [];
    const latin = row.sub_lnames?.split('~');
    const keys = latin ?? row.sub_keys.split('~');
    const names = latin ?? row.sub_names?.split('~') ?? keys;
    return keys.map((key, i) => [key, names[i] || key]);
}

function country(code, format) {
    const row = meta[`data/${code}`] ?? {};
    const shown = layout(format);
    const label = labels(code, row);
    const require = patches.require[code] ?? row.require ?? 'AC';
    const parts = [];
    for (const line of shown.split('%n'))
        [...line.matchAll(/%([ADCSZ])/g)].forEach(([, letter], i) =>
            parts.push({part: KEYS[letter], label: label[KEYS[letter]], required: require.includes(letter), newRow: i === 0}));
    const stale = patches.stalePostcode.includes(code) || !row.zip || !shown.includes('%Z');
    return {
        layout: shown, upper: [...(row.upper ?? '')].filter(letter => KEYS[letter] && shown.includes(`%${letter}`)).map(letter => KEYS[letter]),
        parts, postcodePattern: stale ? '' : `^(?:${row.zip})$`, postcodeExample: stale ? '' : row.zipex?.split(',')[0] ?? '',
        postcodeExamples: stale ? [] : row.zipex?.split(',').filter(example => !example.includes(':')) ?? [],
        regionShown: patches.regionShown[code] ?? 'key', regions: shown.includes('%S') ? regions(row) : [],
    };
}

const table = formats();
if (table.size < 190)
    throw new Error(`only ${table.size} layouts found: has the package changed its form?`);
for (const key of Object.keys(meta)) {
    const code = /^data\/([A-Z]{2})$/.exec(key)?.[1];
    if (code && code !== 'ZZ' && !table.has(code))
        table.set(code, '%A%n%C');
}
const codes = [...table.keys()].sort();
const lines = codes.map(code => ` ${JSON.stringify(code)}: ${JSON.stringify(country(code, table.get(code)))}`);
writeFileSync(output, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${codes.length} countries`);
