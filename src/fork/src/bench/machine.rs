//! What a measurement was made on: what matters for it, and no name of a host.

use std::fs;
use std::thread::available_parallelism;

/// The processor, how many cores may be used, and the kernel.
pub fn description() -> String {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let processor = processor(&read("/proc/cpuinfo")).unwrap_or_else(|| "a processor".to_owned());
    let cores = available_parallelism().map_or(1, usize::from);
    let kernel = read("/proc/sys/kernel/osrelease");
    format!("machine: {processor}, {cores} cores, Linux {}", version(&kernel))
}

/// The kernel's version, without what those have added who built it.
fn version(release: &str) -> &str {
    release.split_once('-').map_or(release, |(version, _)| version).trim()
}

fn processor(cpuinfo: &str) -> Option<String> {
    let name = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'))?.1;
    // Where the machine is a virtual one, the name is a family's; the numbers say more.
    let number = |key: &str| {
        let line = cpuinfo.lines().find(|line| {
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':'))
        })?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    match (number("cpu family"), number("model")) {
        (Some(family), Some(model)) => {
            Some(format!("{} (family {family}, model {model})", name.trim()))
        }
        _ => Some(name.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named() {
        let cpuinfo =
            "processor\t: 0\ncpu family\t: 6\nmodel\t\t: 143\nmodel name\t: A CPU @ 2GHz\n";
        assert_eq!(processor(cpuinfo).unwrap(), "A CPU @ 2GHz (family 6, model 143)");
        assert_eq!(processor("model name\t: B\n").unwrap(), "B");
        assert_eq!(processor(""), None);
        assert_eq!([version("6.1.2-cloud-9\n"), version("6.1.2\n")], ["6.1.2"; 2]);
    }
}
