import type { StepId } from '../ids';
import type { Facts } from './situation';

/**
 * Who must sign a step when the person may not; nothing when they may, or when no signature is needed.
 * Sources: Reg. (EU) 2023/1543 Art. 4; for Italy D.Lgs. 215/2025 artt. 2–4 (secondary source).
 */
export function signatory(id: StepId, facts: Facts): 'judge' | 'prosecutor' | 'prosecutor-48h' | undefined {
  const role = facts.situation.profile?.role ?? 'prosecutor';
  if (role === 'judge') return undefined;
  const judged = facts.wantsJudged && !(facts.wantsSimple && id === 'epoc_emergency');
  switch (id) {
    case 'epoc':
    case 'epoc_emergency':
      if (judged) return 'judge';
      if (role === 'police')
        return id === 'epoc_emergency' && facts.country === 'IT' && facts.categories.every((category) => category === 'subscriber')
          ? 'prosecutor-48h'
          : 'prosecutor';
      return undefined;
    case 'epoc_pr':
      return role === 'police' ? (facts.urgent ? 'prosecutor-48h' : 'prosecutor') : undefined;
    case 'judge_order_first':
    case 'cloud_act_order':
      return 'judge';
    case 'mlat_request':
    case 'correct_epoc':
    case 'answer_conflict_objection':
      return role === 'police' ? 'prosecutor' : undefined;
    default:
      return undefined;
  }
}
