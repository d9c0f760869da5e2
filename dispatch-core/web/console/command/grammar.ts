import type { AssignmentStatus, Disposition, Hospital } from '../../shared/api/types';
import type { Key } from '../../shared/i18n';

export type Verb =
  | 'assign'
  | 'status'
  | 'standDown'
  | 'divert'
  | 'priority'
  | 'acknowledge'
  | 'merge'
  | 'unmerge'
  | 'closeRoad'
  | 'openRoad'
  | 'goto'
  | 'closeIncident'
  | 'reopen'
  | 'note'
  | 'duty'
  | 'beds'
  | 'alert';

/** The first word of a line, in both languages at any time, without marks; the first of each is the short one. */
export const VERBS: readonly { verb: Verb; words: readonly string[]; usage: Key }[] = [
  { verb: 'assign', words: ['a', 'dieu', 'send', 'assign'], usage: 'desk.usage.assign' },
  { verb: 'status', words: ['s', 'tt', 'status'], usage: 'desk.usage.status' },
  { verb: 'standDown', words: ['q', 've', 'recall'], usage: 'desk.usage.standDown' },
  { verb: 'divert', words: ['v', 'vien', 'divert'], usage: 'desk.usage.divert' },
  { verb: 'priority', words: ['p', 'ut', 'priority'], usage: 'desk.usage.priority' },
  { verb: 'acknowledge', words: ['x', 'nhan', 'ack'], usage: 'desk.usage.acknowledge' },
  { verb: 'merge', words: ['m', 'gop', 'merge'], usage: 'desk.usage.merge' },
  { verb: 'unmerge', words: ['tach', 'unmerge'], usage: 'desk.usage.unmerge' },
  { verb: 'closeRoad', words: ['d', 'dong', 'chan', 'block'], usage: 'desk.usage.closeRoad' },
  { verb: 'openRoad', words: ['l', 'thong', 'lift'], usage: 'desk.usage.openRoad' },
  { verb: 'goto', words: ['t', 'tim', 'find', 'goto'], usage: 'desk.usage.goto' },
  { verb: 'closeIncident', words: ['k', 'ket', 'end'], usage: 'desk.usage.closeIncident' },
  { verb: 'reopen', words: ['mo', 'reopen'], usage: 'desk.usage.reopen' },
  { verb: 'note', words: ['g', 'ghi', 'note'], usage: 'desk.usage.note' },
  { verb: 'duty', words: ['ca', 'truc', 'duty'], usage: 'desk.usage.duty' },
  { verb: 'beds', words: ['b', 'giuong', 'beds'], usage: 'desk.usage.beds' },
  { verb: 'alert', words: ['n', 'moi', 'new'], usage: 'desk.usage.alert' },
];

/** What a crew says on the radio, in both languages, without marks. The first is what a completion writes. */
export const STATUS_WORDS: Partial<Record<AssignmentStatus, readonly string[]>> = {
  ACKNOWLEDGED: ['nhận lệnh', 'nhận', 'ack', 'acknowledged'],
  EN_ROUTE: ['đang đi', 'đi', 'lên đường', 'xuất phát', 'đang tới', 'en route', 'enroute', 'go'],
  ON_SCENE: ['tới', 'tới nơi', 'tới hiện trường', 'hiện trường', 'đến', 'on scene', 'scene', 'arrived'],
  AT_PATIENT: ['tiếp cận', 'tiếp cận bệnh nhân', 'bệnh nhân', 'at patient', 'patient'],
  LEFT_SCENE: ['chở', 'đang chở', 'rời', 'rời hiện trường', 'left', 'left scene', 'transport'],
  AT_DESTINATION: ['tới viện', 'đến viện', 'viện', 'tới bệnh viện', 'at hospital', 'hospital'],
  HANDED_OVER: ['bàn giao', 'giao', 'đã bàn giao', 'handed over', 'handover'],
  IN_SERVICE: ['sẵn sàng', 'xong', 'rảnh', 'in service', 'free', 'available', 'clear'],
  CANCELLED: ['quay về', 'về', 'hủy', 'stand down', 'cancel'],
};

export const DUTY_WORDS: Record<'on' | 'off', readonly string[]> = {
  on: ['trực', 'vào ca', 'on'],
  off: ['nghỉ', 'ra ca', 'off'],
};

export const BED_WORDS: Record<string, readonly string[]> = {
  EMERGENCY: ['cấp cứu', 'cc', 'emergency', 'er'],
  TRAUMA: ['chấn thương', 'ct', 'trauma'],
  ICU: ['hồi sức', 'hs', 'icu'],
  SURGERY: ['ngoại', 'ng', 'surgery'],
  PAEDIATRIC: ['nhi', 'paediatric'],
  MATERNITY: ['sản', 'maternity'],
};

export const TRAFFIC_WORDS: Record<Hospital['emsTraffic'], readonly string[]> = {
  NORMAL: ['bình thường', 'nhận', 'normal'],
  ADVISORY: ['đông', 'advisory', 'busy'],
  CLOSED: ['ngừng', 'ngừng nhận', 'đóng', 'closed'],
};

export const DISPOSITION_WORDS: Record<Disposition, readonly string[]> = {
  TRANSPORTED: ['đã đưa tới viện', 'viện', 'transported'],
  TREATED_ON_SCENE: ['xử trí tại chỗ', 'tại chỗ', 'treated'],
  REFUSED_CARE: ['từ chối', 'refused'],
  DECEASED: ['tử vong', 'deceased'],
  NO_PATIENT: ['không có nạn nhân', 'không ai', 'nobody'],
  FALSE_ALARM: ['báo giả', 'báo nhầm', 'false'],
  CANCELLED: ['hủy', 'cancelled', 'cancel'],
  TRANSFERRED: ['chuyển', 'chuyển đơn vị khác', 'transferred'],
};

/** Why a road is closed, most often; offered, never imposed. */
export const CLOSURE_REASONS = ['sạt lở', 'ngập', 'đá lăn', 'cây đổ', 'tai nạn', 'cầu hỏng', 'sửa đường'] as const;
