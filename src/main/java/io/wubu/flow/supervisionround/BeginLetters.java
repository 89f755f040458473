package io.wubu.flow.supervisionround;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.engine.AsSystem;
import io.wubu.letters.Letters;
import io.wubu.problems.RoundProblems;
import io.wubu.regions.Region;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 按城市发起督办函: one letter a city that has problems of the round, the ministry's until it is issued. */
@Component("beginLetters")
class BeginLetters implements JavaDelegate {

    private final RoundProblems found;
    private final Campaigns campaigns;
    private final Letters letters;
    private final RoundRecord record;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    BeginLetters(
            RoundProblems found,
            Campaigns campaigns,
            Letters letters,
            RoundRecord record,
            RuntimeService runtime,
            AsSystem asSystem) {
        this.found = found;
        this.campaigns = campaigns;
        this.letters = letters;
        this.record = record;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = RoundNumber.parse(execution.getProcessBusinessKey());
        var round = campaigns.round(number.round());
        var begun = found.byCity(round.code()).keySet().stream()
                .sorted()
                .map(city -> {
                    var letter = letters.open(round.campaign(), round.code(), round.endsOn(), city);
                    asSystem.run(() -> runtime.startProcessInstanceByKey(
                            "supervisionLetter", letter, Map.of("regionCode", Region.MINISTRY)));
                    return letter;
                })
                .toList();
        record.append(number, "beginLetters", "发起督办函", Actor.SYSTEM, Map.of("督办函", begun), List.of());
    }
}
