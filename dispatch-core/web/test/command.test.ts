import { describe, expect, test } from 'vitest';
import { History } from '../console/command/history';
import { read } from '../console/command/read';
import { incident, world } from './desk';

const command = (line: string, of = world()) => read(line, of).command;

describe('a line is read as what Enter will do', () => {
  test.each<[string, object]>([
    ['a U7 I15', { does: 'assign', unitId: 'LC-07', incidentId: 'id-15', hospitalId: null, reason: '' }],
    ['a U7', { does: 'assign', unitId: 'LC-07', incidentId: 'id-12' }],
    ['a u07 bv01 i15', { does: 'assign', unitId: 'LC-07', incidentId: 'id-15', hospitalId: 'BV01' }],
    ['a U7 I15 BV01 gần hơn', { does: 'assign', incidentId: 'id-15', hospitalId: 'BV01', reason: 'gần hơn' }],
    ['điều mường tè 2 #15', { does: 'assign', unitId: 'LC-07', incidentId: 'id-15' }],
    ['dieu muong te 2', { does: 'assign', unitId: 'LC-07' }],
    ['s U9 tới', { does: 'status', assignmentId: 'a-1', incidentId: 'id-15', status: 'ON_SCENE' }],
    ['s u9 toi hien truong', { does: 'status', status: 'ON_SCENE' }],
    ['s nam tam 1 on scene', { does: 'status', status: 'ON_SCENE' }],
    ['q U9 hết việc', { does: 'standDown', assignmentId: 'a-1', reason: 'hết việc' }],
    ['v U9 TTYT03', { does: 'divert', assignmentId: 'a-1', hospitalId: 'TTYT03' }],
    ['p I15 P1', { does: 'priority', incidentId: 'id-15', priority: 'P1' }],
    ['p 1', { does: 'priority', incidentId: 'id-12', priority: 'P1' }],
    ['m I12 I15', { does: 'merge', incidentId: 'id-12', into: 'id-15' }],
    ['gộp I15', { does: 'merge', incidentId: 'id-12', into: 'id-15' }],
    ['tách I8', { does: 'unmerge', incidentId: 'id-8' }],
    ['mở I9 chưa xong', { does: 'reopen', incidentId: 'id-9', reason: 'chưa xong' }],
    ['k tại chỗ', { does: 'closeIncident', incidentId: 'id-12', disposition: 'TREATED_ON_SCENE' }],
    ['k I15 báo giả gọi thử', { does: 'closeIncident', incidentId: 'id-15', disposition: 'FALSE_ALARM', reason: 'gọi thử' }],
    ['g đã gọi lại người báo', { does: 'note', incidentId: 'id-12', text: 'đã gọi lại người báo' }],
    ['ca U8 trực', { does: 'duty', unitId: 'LC-08', onDuty: true }],
    ['duty U7 off', { does: 'duty', unitId: 'LC-07', onDuty: false }],
    [
      'b BV01 icu 2 cấp cứu 3 đông',
      {
        does: 'capacity',
        hospitalId: 'BV01',
        report: { beds: { ICU: { available: 2 }, EMERGENCY: { available: 3 } }, emsTraffic: 'ADVISORY' },
      },
    ],
    ['l QL4D 25+500', { does: 'openRoad', roadClosureId: 'rc' }],
    ['x I15', { does: 'acknowledge', incidentId: 'id-15' }],
    ['t mường tè', { does: 'goto', query: 'mường tè' }],
    ['t 76+650', { does: 'goto', query: 'QL4D 76+650' }],
    ['n QL4D 76+650', { does: 'alert', place: 'QL4D 76+650' }],
    ['I15', { does: 'goto', query: 'I15' }],
    ['mường so', { does: 'goto', query: 'mường so' }],
  ])('%s', (line, expected) => {
    expect(command(line)).toMatchObject(expected);
  });

  test.each(['QL4D 25+300 26 sạt lở', 'd QL4D 25+300 26 sạt lở', 'đóng ql 4d 25+300 26 sạt lở'])('%s closes the road', (line) => {
    expect(command(line)).toMatchObject({
      does: 'closeRoad',
      request: { road: 'QL4D', fromKm: 25.3, toKm: 26, reason: 'sạt lở', effect: 'CLOSED' },
    });
  });
});

describe('what is not whole does nothing, and says what is missing', () => {
  test.each<[string, RegExp]>([
    ['', /Gõ lệnh/],
    ['a ', /điều xe/],
    ['a U99 I12', /điều xe/],
    ['s U9 ', /đang làm gì/],
    ['s U7 tới', /không ở vụ nào/],
    ['s U9 bàn giao', /chưa thể ghi/],
    ['p I12 P7', /Mức nào/],
    ['k I12 xong xuôi', /kết quả thế nào/],
    ['QL4D 25+300', /vì sao/],
    ['d QL4D', /từ km nào/],
    ['m I12', /gộp/],
    ['b BV01 icu', /loại giường/],
    ['l QL32 330', /Không có đoạn/],
    ['g ', /ghi gì/],
    ['v U9 BV99', /bệnh viện nào/],
  ])('%s', (line, says) => {
    const reading = read(line, world());
    expect(reading.command).toBeNull();
    expect(reading.says).toMatch(says);
  });

  test('a bare figure names no incident: it may be how many people are stuck', () => {
    const of = world({ incidents: [incident(12), incident(5)] });
    expect(command('g 5 người kẹt', of)).toMatchObject({ does: 'note', incidentId: 'id-12', text: '5 người kẹt' });
  });

  test('without a chosen incident an act on one asks which', () => {
    const reading = read('p P1', world({ selectedId: null }));
    expect(reading.command).toBeNull();
    expect(reading.completions.map((one) => one.label)).toEqual(expect.arrayContaining(['I12 P2', 'I15 P2']));
  });
});

describe('completions', () => {
  const labels = (line: string) => read(line, world()).completions.map((one) => one.label);

  test('free units come first, and a name is found by any of its words without marks', () => {
    expect(labels('a ')[0]).toBe('U7 Mường Tè 2');
    expect(labels('a nham')).toEqual([]);
    expect(labels('a tam')).toEqual(['U9 Nậm Tăm 1']);
  });

  test('of a status only what may come next, the usual first', () => {
    expect(labels('s U9 ')).toEqual(['tới', 'quay về']);
  });

  test('what a completion writes is read again as the same', () => {
    for (const line of ['a ', 's U9 ', 'p I12 ', 'k I12 ', 'v U9 ', 'l ', 'QL4D 25+300', 'ca U7 ', 'm I12 ']) {
      const { completions } = read(line, world());
      expect(completions, line).not.toHaveLength(0);
      for (const one of completions) {
        const then = read(one.line, world());
        expect(then.command ?? then.completions.length, one.line).toBeTruthy();
      }
    }
  });

  test('the hospital that it goes to already is not offered', () => {
    expect(labels('v U9 ')).toEqual(['TTYT Nậm Tăm']);
  });
});

test('what Enter will do is said before it is done', () => {
  expect(read('a U7 I15', world()).says).toBe('điều U7 Mường Tè 2 cho I15, bệnh viện theo đề xuất');
  expect(read('QL4D 25+300 26 sạt lở', world()).says).toBe('chặn QL4D Km25+300 – Km26+000: Cấm hẳn; lý do: sạt lở');
});

test('reading changes nothing of the world it is read against', () => {
  const of = world();
  const before = JSON.stringify(of);
  for (const line of ['a U7', 'm I12 I15', 'b BV01 icu 2', 'QL4D 25+300 sạt lở', 't tè']) read(line, of);
  expect(JSON.stringify(of)).toBe(before);
});

test('lines come back from the newest, each once', () => {
  const history = new History();
  history.add('a U7');
  history.add('s U9 tới');
  history.add('a U7');
  expect([history.older(), history.older(), history.older()]).toEqual(['a U7', 's U9 tới', 's U9 tới']);
  expect([history.newer(), history.newer()]).toEqual(['a U7', '']);
});
