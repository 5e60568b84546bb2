import { asList, asRecord, asText, member, text } from './json.js';
import { nextId, plainPress, type Component } from './reading.js';
import type { ViewNode } from './view-tree.js';

/** A table. Cells of an action column send their row: under the table's name, as the one row that was chosen. */
export function readTable({ props, reading }: Component): ViewNode | undefined {
  const rows = asList(member(props, 'Items'));
  const columns = asList(member(props, 'Columns')).flatMap((item) => {
    const record = asRecord(item);
    const key = text(record, 'Id', 'Key', 'Name') ?? text(record, 'Label') ?? asText(item);
    if (key === undefined) return [];
    const label = text(record, 'Label', 'Header', 'Heading') ?? key;
    return [{ label, key, pressed: /^action$/i.test(text(record, 'Type') ?? '') }];
  });
  // Without columns the first row says what there is.
  const shown =
    columns.length > 0
      ? columns
      : Object.keys(asRecord(rows[0]))
          .filter((key) => !key.startsWith('_'))
          .map((key) => ({ label: key, key, pressed: false }));
  const heading = text(props, 'Header', 'Heading');
  const about = text(props, 'Description');
  if (shown.length === 0 && heading === undefined && about === undefined) return undefined;
  const name = text(props, 'Name') ?? 'Table';
  const action = text(props, 'TableAction', 'Action') ?? 'TableAction';
  const presses = shown.some(({ pressed }) => pressed);
  const key = shown.find(({ pressed }) => pressed)?.key ?? '';
  const size = Number(text(props, 'ItemsPerPage'));
  return {
    kind: 'table',
    id: nextId(reading),
    heading,
    text: about,
    columns: shown,
    rows: rows.map((row) => {
      // A row may also be its cells in order.
      const cells = Array.isArray(row)
        ? Object.fromEntries(shown.map((column, index) => [column.key, (row as unknown[])[index]]))
        : asRecord(row);
      const words = asText(member(cells, key)) ?? action;
      return { cells, press: presses ? plainPress(action, words, { [name]: [row] }) : undefined };
    }),
    pageSize: Number.isInteger(size) && size > 0 ? size : 20,
  };
}
