//! `#![frame_size_limit = "N"]`: beyond how many bytes the lint `large_frames` speaks.

use super::prelude::*;

pub(crate) struct FrameSizeLimitParser;

impl<S: Stage> SingleAttributeParser<S> for FrameSizeLimitParser {
    const PATH: &[Symbol] = &[sym::frame_size_limit];
    const ON_DUPLICATE: OnDuplicate<S> = OnDuplicate::Error;
    const TEMPLATE: AttributeTemplate = template!(NameValueStr: "N");
    const ALLOWED_TARGETS: AllowedTargets = AllowedTargets::AllowList(&[Allow(Target::Crate)]);

    fn convert(cx: &mut AcceptContext<'_, '_, S>, args: &ArgParser) -> Option<AttributeKind> {
        let attr_span = cx.attr_span;
        let Some(name_value) = args.name_value() else {
            cx.adcx().expected_name_value(attr_span, None);
            return None;
        };
        let limit = cx.parse_limit_int(name_value)?;
        Some(AttributeKind::FrameSizeLimit { attr_span, limit_span: name_value.value_span, limit })
    }
}
