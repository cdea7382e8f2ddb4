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
        table.set(code, {local, latin: latin ?? local});
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

/// Key (what the envelope shows), name in Latin letters, ISO 3166-2 code or "", name in the country's own script or "".
function regions(code, row) {
    if (!row.sub_keys)
        return [];
    const latin = row.sub_lnames?.split('~');
    const own = row.sub_keys.split('~');
    const keys = latin ?? own;
    const names = latin ?? row.sub_names?.split('~') ?? keys;
    const shown = row.sub_names?.split('~') ?? own;
    const isos = row.sub_isoids?.split('~') ?? [];
    const foreign = text => /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
    return keys.map((key, i) => {
        const iso = patches.iso[code]?.[isos[i] || key] ?? (isos[i] || (patches.isoIsKey.includes(code) ? key : ''));
        const name = names[i] && !foreign(names[i]) ? names[i] : key;
        return [key, name, /^[A-Z0-9]{1,3}$/.test(iso) && iso !== '00' ? `${code}-${iso}` : '', foreign(shown[i]) ? shown[i] : ''];
    });
}

/// Where post needs no region but public holidays do: offered last, optional, never on the envelope.
function extraRegion(code) {
    const extra = patches.extraRegion[code];
    return extra ? {part: {part: 'region', label: extra.label, required: false, newRow: true},
                    regions: Object.entries(extra.regions).map(([key, name]) => [key, name, `${code}-${key}`, ''])} : undefined;
}

/// Every example must follow the pattern: one that does not proves that the source is stale.
function postcode(code, row, shown) {
    const own = patches.postcode[code];
    if (!shown.includes('%Z') || !(own || row.zip))
        return {pattern: '', examples: []};
    const pattern = `^(?:${own?.pattern ?? row.zip})$`;
    const examples = own?.examples ?? row.zipex?.split(',').filter(example => !example.includes(':')) ?? [];
    const wrong = examples.filter(example => !new RegExp(pattern).test(example));
    if (wrong.length || !examples.length)
        throw new Error(`${code}: ${pattern} has examples that do not fit: ${wrong}`);
    return {pattern, examples};
}

function country(code, format) {
    const row = meta[`data/${code}`] ?? {};
    const shown = layout(patches.layout[code] ?? format.latin);
    const local = layout(patches.layout[code] ?? format.local);
    const label = labels(code, row);
    const require = patches.require[code] ?? row.require ?? 'AC';
    const parts = [];
    for (const line of local.split('%n')) // the form follows the country's own order
        [...line.matchAll(/%([ADCSZ])/g)].forEach(([, letter], i) =>
            parts.push({part: KEYS[letter], label: label[KEYS[letter]], required: require.includes(letter), newRow: i === 0}));
    const extra = extraRegion(code);
    if (extra)
        parts.push(extra.part);
    const {pattern, examples} = postcode(code, row, shown);
    return {
        layout: shown, ...(local === shown ? {} : {localLayout: local}),
        upper: [...(row.upper ?? '')].filter(letter => KEYS[letter] && shown.includes(`%${letter}`)).map(letter => KEYS[letter]),
        parts, postcodePattern: pattern, postcodeExample: examples[0] ?? '', postcodeExamples: examples,
        regionShown: patches.regionShown[code] ?? 'key', regions: extra?.regions ?? (shown.includes('%S') ? regions(code, row) : []),
    };
}

const table = formats();
if (table.size < 190)
    throw new Error(`only ${table.size} layouts found: has the package changed its form?`);
for (const key of Object.keys(meta)) {
    const code = /^data\/([A-Z]{2})$/.exec(key)?.[1];
    if (code && code !== 'ZZ' && !table.has(code))
        table.set(code, {local: '%A%n%C', latin: '%A%n%C'});
}
const codes = [...table.keys()].sort();
for (const [name, patch] of Object.entries(patches))
    for (const code of Array.isArray(patch) ? patch : Object.keys(patch))
        if (!table.has(code))
            throw new Error(`address-patches.json: ${name} names ${code}, which is no country`);
const lines = codes.map(code => ` ${JSON.stringify(code)}: ${JSON.stringify(country(code, table.get(code)))}`);
writeFileSync(output, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${codes.length} countries`);
