"""Parts of courlan 1.4.0; its licence stands beside this file. See `tools.make_vendor`."""

from .clean import normalize_url as normalize_url
from .filters import is_valid_url as is_valid_url
from .filters import validate_url as validate_url
from .urlutils import extract_domain as extract_domain
from .urlutils import fix_relative_urls as fix_relative_urls
from .urlutils import get_base_url as get_base_url
