#include "app/commands/ask_command.h"
#include "app/commands/bench_ask_command.h"
#include "app/commands/bench_extract_command.h"
#include "app/commands/bench_forward_command.h"
#include "app/commands/bench_precision_command.h"
#include "app/commands/bench_predict_command.h"
#include "app/commands/bench_review_command.h"
#include "app/commands/choose_command.h"
#include "app/commands/cluster_command.h"
#include "app/commands/command.h"
#include "app/commands/command_group.h"
#include "app/commands/compare_command.h"
#include "app/commands/convert_command.h"
#include "app/commands/diff_command.h"
#include "app/commands/evaluate_command.h"
#include "app/commands/extract_command.h"
#include "app/commands/fill_command.h"
#include "app/commands/find_command.h"
#include "app/commands/forward_command.h"
#include "app/commands/inspect_command.h"
#include "app/commands/lesson_command.h"
#include "app/commands/look_command.h"
#include "app/commands/match_command.h"
#include "app/commands/merge_command.h"
#include "app/commands/metrics_command.h"
#include "app/commands/packs_add_command.h"
#include "app/commands/packs_available_command.h"
#include "app/commands/packs_calibrate_command.h"
#include "app/commands/packs_list_command.h"
#include "app/commands/packs_pull_command.h"
#include "app/commands/packs_remove_command.h"
#include "app/commands/packs_show_command.h"
#include "app/commands/packs_strangeness_command.h"
#include "app/commands/packs_verify_command.h"
#include "app/commands/predict_command.h"
#include "app/commands/review_carry_command.h"
#include "app/commands/review_copy_command.h"
#include "app/commands/review_decide_command.h"
#include "app/commands/review_export_command.h"
#include "app/commands/review_import_command.h"
#include "app/commands/review_measure_command.h"
#include "app/commands/review_new_command.h"
#include "app/commands/review_predict_command.h"
#include "app/commands/review_queue_command.h"
#include "app/commands/review_show_command.h"
#include "app/commands/review_undo_command.h"
#include "app/commands/scenes_command.h"
#include "app/commands/selftest_command.h"
#include "app/commands/tokenize_command.h"
#include "app/commands/train_detector_command.h"
#include "app/commands/train_finetune_command.h"
#include "app/commands/train_picture_book_command.h"

namespace vbs {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(makeAskCommand());
    commands.push_back(makeCompareCommand());
    commands.push_back(makeChooseCommand());
    commands.push_back(makeFindCommand());
    commands.push_back(makeFillCommand());
    commands.push_back(makeMatchCommand());
    commands.push_back(makeLookCommand());
    commands.push_back(makeExtractCommand());
    commands.push_back(makeTokenizeCommand());
    commands.push_back(makeCommandGroup("train", "Train a model, on picture-book scenes or your own data",
                                        makeTrainDetectorCommand(), makeTrainFinetuneCommand(),
                                        makeTrainPictureBookCommand()));
    commands.push_back(makeEvaluateCommand());
    commands.push_back(makePredictCommand());
    commands.push_back(makeMergeCommand());
    commands.push_back(makeCommandGroup("cluster", "Answer a whole data set on a Slurm cluster",
                                        makeClusterPredictCommand(), makeClusterStatusCommand(),
                                        makeClusterCancelCommand()));
    commands.push_back(makeDiffCommand());
    commands.push_back(makeMetricsCommand());
    commands.push_back(makeCommandGroup(
        "review", "Review annotations against a model's answers", makeReviewNewCommand(), makeReviewPredictCommand(),
        makeReviewShowCommand(), makeReviewQueueCommand(), makeReviewDecideCommand(), makeReviewUndoCommand(),
        makeReviewRedoCommand(), makeReviewExportCommand(), makeReviewImportCommand(), makeReviewMetricsCommand(),
        makeReviewAgreementCommand(), makeReviewCopyCommand(), makeReviewMergeCommand(), makeReviewLocateCommand(),
        makeReviewCarryCommand()));
    commands.push_back(makeCommandGroup("lesson", "Record, check, pack and show lessons, and make web pages of them",
                                        makeLessonShowCommand(), makeLessonRecordCommand(), makeLessonCheckCommand(),
                                        makeLessonHtmlCommand(), makeLessonPackCommand()));
    commands.push_back(makeScenesCommand());
    commands.push_back(makeCommandGroup(
        "bench", "Measure speed on this machine", makeBenchAskCommand(), makeBenchForwardCommand(),
        makeBenchExtractCommand(), makeBenchPrecisionCommand(), makeBenchPredictCommand(), makeBenchReviewCommand()));
    commands.push_back(makeSelftestCommand());
    commands.push_back(makeCommandGroup("packs", "List, show, get, make, verify, calibrate and remove packs",
                                        makePacksListCommand(), makePacksShowCommand(), makePacksAvailableCommand(),
                                        makePacksPullCommand(), makePacksAddCommand(), makePacksVerifyCommand(),
                                        makePacksRemoveCommand(), makePacksCalibrateCommand(),
                                        makePacksStrangenessCommand()));
    commands.push_back(makeForwardCommand());
    commands.push_back(makeInspectCommand());
    commands.push_back(makeConvertCommand());
    return commands;
}

} // namespace vbs
