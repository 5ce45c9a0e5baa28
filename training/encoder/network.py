"""The network: one of the bases with linear heads for sentences and for word pieces."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from training.encoder.base import Base
from training.encoder.heads import SENTENCE, TOKEN

FORMS = {"bert": (BertConfig, BertModel), "mpnet": (MPNetConfig, MPNetModel)}
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def fast() -> torch.autocast:
    """Half precision (bfloat16) where the hardware multiplies in it; elsewhere it would be many times slower."""
    native = DEVICE.type == "cuda" or torch.cpu._is_avx512_bf16_supported()
    return torch.autocast(DEVICE.type, torch.bfloat16, enabled=native)


class Network(nn.Module):
    """One pass gives logits for sentences (batch x heads of `sentence`), for word pieces (batch x pieces x heads of
    `token`), and the mean vector of each text (batch x width)."""

    def __init__(
        self,
        base: Base,
        dropout: float = 0.1,
        head_seed: int = 0,
        *,
        sentence: Sequence[str] = SENTENCE,
        token: Sequence[str] = TOKEN,
    ) -> None:
        super().__init__()
        sizes, body = FORMS[base.form]
        config = sizes(**base.sizes)
        config.hidden_dropout_prob, config.attention_probs_dropout_prob = dropout, 0.0
        config._attn_implementation = "eager"  # the fastest on a processor, by measurement, and the plainest to export
        self.bert = body(config, add_pooling_layer=False)
        known = self.bert.state_dict()
        self.bert.load_state_dict({n: torch.from_numpy(table) for n, table in base.weights().items() if n in known})
        torch.manual_seed(head_seed)
        width = config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.sentence = nn.Linear(2 * width, len(sentence))
        self.token = nn.Linear(width, len(token))
        for head in (self.sentence, self.token):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.constant_(head.bias, -1.0)

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits and vectors for word pieces `pieces` where `mask` is 1."""
        hidden = self.bert(input_ids=pieces, attention_mask=mask).last_hidden_state
        seen = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * seen).sum(1) / seen.sum(1)
        pooled = self.dropout(torch.cat([mean, hidden[:, 0]], 1))
        return self.sentence(pooled), self.token(self.dropout(hidden)), mean
