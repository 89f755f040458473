package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.Inspections;
import io.wubu.inspections.Transfer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 移交移送: letters handed over, by their numbers; the record, which the city may read, says only that it is done. */
@Component("transferClues")
class TransferClues extends SpecialPaper {

    private final Inspections inspections;

    TransferClues(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        List<Transfer> transfers = paper.rows("transfers").stream()
                .map(row -> new Transfer(
                        String.valueOf(row.get("documentNo")), String.valueOf(row.get("receiver")), sent(row)))
                .toList();
        inspections.transferred(number(task), transfers);
        inspections.note(
                number(task), "transferClues", task.getName(), paper.by().actor(), Map.of("办理情况", "已按程序办结"));
    }

    private static LocalDate sent(Map<String, Object> row) {
        if (row.get("sentOn") instanceof LocalDate date) {
            return date;
        }
        throw new IllegalStateException("the form requires the date of a transfer");
    }
}
