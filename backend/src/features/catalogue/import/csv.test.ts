import { csvCell, csvRecords } from './csv.js';

const cellsOf = (text: string): string[][] => [...csvRecords(text)].map(({ cells }) => cells);

describe('a CSV file', () => {
  it('is read record by record, with a mark at its beginning or without', () => {
    expect(cellsOf('a,b\n1,2\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(cellsOf('\uFEFFa,b\r\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('may hold commas, quotes and line ends in a quoted cell, and knows the line on which each record begins', () => {
    const text = 'name,summary\n"Asiointi, neuvonta","Hän sanoi ""hei"".\nToinen rivi"\nSeuraava,x\n';

    expect([...csvRecords(text)]).toEqual([
      { line: 1, cells: ['name', 'summary'] },
      { line: 2, cells: ['Asiointi, neuvonta', 'Hän sanoi "hei".\nToinen rivi'] },
      { line: 4, cells: ['Seuraava', 'x'] },
    ]);
  });

  it('keeps empty cells and skips nothing at the end', () => {
    expect(cellsOf('a,,c\n,,\nlast,,')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
      ['last', '', ''],
    ]);
  });

  it('is written so that no spreadsheet computes', () => {
    expect(['=1+1', '+358', '-1', '@x', 'a,b', 'a"b', 'ok'].map(csvCell)).toEqual([
      "'=1+1",
      "'+358",
      "'-1",
      "'@x",
      '"a,b"',
      '"a""b"',
      'ok',
    ]);
  });
});
