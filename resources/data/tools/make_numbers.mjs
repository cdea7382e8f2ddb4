// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes resources/data/main.bin and short.bin: the number data of libphonenumber in the form its C++ library reads.
// usage: node make_numbers.mjs GOOGLE_LIBPHONENUMBER_FOLDER YYYY-MM-DD OUTPUT_FOLDER   (the day the package was published); see ../README.md.
// The package keeps every PhoneMetadata message as an array whose index is the field number, so that nothing has to be guessed.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import vm from 'node:vm';

const [folder, date, output] = process.argv.slice(2);
if (!output || !/^\d{4}-\d\d-\d\d$/.test(date)) {
    console.error('usage: node make_numbers.mjs node_modules/google-libphonenumber YYYY-MM-DD OUTPUT_FOLDER');
    process.exit(2);
}
const source = readFileSync(join(folder, 'dist/libphonenumber.js'), 'utf8');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

// Messages of phonemetadata.proto: which fields are messages, and which repeat. Everything else is a text or a number.
const FORMAT = {repeated: [3], message: {}};
const DESCRIPTION = {repeated: [9, 10], message: {}};
const METADATA = {repeated: [19, 20], message: {19: FORMAT, 20: FORMAT}};
for (const field of [1, 2, 3, 4, 5, 6, 7, 8, 21, 24, 25, 27, 28, 29, 30, 31, 33])
    METADATA.message[field] = DESCRIPTION;
/// A field of our own, which the library skips: where the data comes from.
const ABOUT_FIELD = 1000;

/// The object literal after `name`, cut out by counting its brackets outside of texts.
function literal(name) {
    const start = source.indexOf('{', source.indexOf(name + '='));
    let depth = 0, quoted = false;
    for (let i = start; i < source.length; ++i) {
        const c = source[i];
        if (quoted) {
            if (c === '\\')
                ++i;
            else if (c === '"')
                quoted = false;
        } else if (c === '"') {
            quoted = true;
        } else if (c === '{' || c === '[') {
            ++depth;
        } else if ((c === '}' || c === ']') && --depth === 0) {
            return vm.runInNewContext('(' + source.slice(start, i + 1) + ')');
        }
    }
    throw new Error(name + ' is not in the package');
}

function varint(value) {
    let rest = BigInt.asUintN(64, BigInt(value));
    const bytes = [];
    do {
        bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
        rest >>= 7n;
    } while (rest);
    return Buffer.from(bytes);
}

function withLength(field, bytes) {
    return Buffer.concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

function encodeValue(field, value, message) {
    if (message)
        return withLength(field, encode(value, message));
    if (typeof value === 'string')
        return withLength(field, Buffer.from(value, 'utf8'));
    if (!Number.isInteger(value))
        throw new Error(`field ${field}: ${JSON.stringify(value)} is neither text nor number`);
    return Buffer.concat([varint(field * 8), varint(value)]);
}

function encode(array, message) {
    const parts = [];
    array.forEach((value, field) => {
        if (value === undefined || value === null)
            return;
        const values = message.repeated.includes(field) ? value : [value];
        for (const one of values)
            parts.push(encodeValue(field, one, message.message[field]));
    });
    return Buffer.concat(parts);
}

/// PhoneMetadataCollection: field 1 once per region, and our own field at the end.
function collection(table, kind) {
    const regions = Object.values(table);
    const origin = {format: 'portdesk-number-data/1', kind, package: about.name, version: about.version, date, licence: 'Apache-2.0', regions: regions.length};
    const parts = regions.map(region => withLength(1, encode(region, METADATA)));
    return Buffer.concat([...parts, withLength(ABOUT_FIELD, Buffer.from(JSON.stringify(origin), 'utf8'))]);
}

for (const [kind, name] of [['main', 'i18n.phonenumbers.metadata.countryToMetadata'], ['short', 'i18n.phonenumbers.shortnumbermetadata.countryToMetadata']]) {
    const bytes = collection(literal(name), kind);
    writeFileSync(join(output, kind + '.bin'), bytes);
    console.log(`${kind}.bin: ${bytes.length} bytes`);
}
